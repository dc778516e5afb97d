const reasons: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ETIMEDOUT: "it does not answer",
  ENOTFOUND: "its host name is unknown",
  EAI_AGAIN: "its host name cannot be looked up now",
  "28P01": "it refuses the password",
  "28000": "it refuses the user",
  "3D000": "there is no such database",
  "42501":
    "its user may not create what the migrations need; the user must own the database and may create a role",
  "57P03": "it is still starting",
};

const settings = "app.access, app.counting, app.role, app.trash";

/** Some functions of the migrations carry settings of their own, which Postgres lets an ordinary owner do once granted. */
function settingReason(place: URL | null): string {
  const owner = place ? decodeURIComponent(place.username) : "the user";
  return `its user may not set parameters of functions. Run as a superuser: GRANT SET ON PARAMETER ${settings} TO ${owner}; then start again`;
}

/** One sentence about a database that cannot be used; names the place, never the password. */
export function describeDatabaseError(databaseUrl: string, error: unknown): string {
  const { code = "", message = String(error) } = error as { code?: string; message?: string };
  const place = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  const where = place ? `${place.host}${place.pathname}` : "DATABASE_URL";
  const reason = message.includes("denied to set parameter")
    ? settingReason(place)
    : (reasons[code] ?? (message || code));
  return `The database at ${where} cannot be used: ${reason}. Check DATABASE_URL.`;
}
