/** Next calls it once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startJobs } = await import("@/lib/server/jobs/start-jobs");
  startJobs();
}
