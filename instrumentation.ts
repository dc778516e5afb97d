const warmUpMs = 3_000;

/** Next calls it once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [
    { tuneCollector },
    { startJobs },
    { answerFirst },
    { maxDocumentBody },
    { maxArchiveBytes },
    { warmUp },
    { warmAccess },
    { loadRoutes },
    { GET, POST },
  ] = await Promise.all([
    import("@/lib/server/tune-collector"),
    import("@/lib/server/jobs/start-jobs"),
    import("@/lib/server/http/answer-first"),
    import("@/lib/server/dashboards/read-document"),
    import("@/lib/server/http/read-zip-body"),
    import("@/lib/server/prometheus/warm-up"),
    import("@/lib/server/auth/find-access"),
    import("@/lib/server/http/load-routes"),
    import("@/app/api/v1/tenants/[tenant]/datasources/[uid]/prometheus/api/v1/[...endpoint]/route"),
  ]);
  tuneCollector();
  startJobs();
  // Nothing that a reader of paths could take for something else: all other spellings go Next's way.
  const pattern =
    /^\/api\/v1\/tenants\/(?<tenant>[a-z0-9-]+)\/datasources\/(?<uid>[\w-]+)\/prometheus\/api\/v1\/(?<endpoint_all>[a-z_]+(?:\/\w+){0,2})$/;
  answerFirst([{ pattern, handlers: { GET, POST } }], {
    bytes: maxDocumentBody,
    archiveBytes: maxArchiveBytes,
  });
  // Requests wait for it, but not for a database that is not there yet.
  await Promise.race([
    Promise.allSettled([warmUp(), warmAccess()]),
    new Promise((resolve) => setTimeout(resolve, warmUpMs)),
  ]);
  // They are answered as soon as this is done.
  if (process.env.NODE_ENV === "production") loadRoutes();
}
