-- The console tells whether it is ready by comparing what is applied with what it came with. A shadow database has no
-- such table.
DO $$
BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    GRANT SELECT ON _prisma_migrations TO panelsmith_app;
  END IF;
END $$;
