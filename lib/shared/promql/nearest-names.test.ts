import { describe, expect, it } from "vitest";
import { nearestNames } from "./nearest-names";

describe("nearestNames", () => {
  it("finds what was probably meant, best first", () => {
    const names = ["celery_workers", "celery_tasks_total", "http_requests_total", "up"];
    expect(nearestNames("celery_worker", names)).toEqual(["celery_workers"]);
    expect(nearestNames("http_request_total", names)).toEqual(["http_requests_total"]);
    expect(nearestNames("http_reqeusts_total", names)).toEqual(["http_requests_total"]);
    expect(nearestNames("Up", names)).toEqual(["up"]);
    expect(nearestNames("zzzzzzzz", names)).toEqual([]);
    expect(nearestNames("Jobs_total", ["jobs", "jobs_total"])).toEqual(["jobs_total", "jobs"]);
    expect(nearestNames("cpu_ab_used", ["cpu_ca_used", "cpu_xb_used"])).toEqual([
      "cpu_xb_used",
      "cpu_ca_used",
    ]);
  });

  it("puts another ending first, whatever its length", () => {
    const names = [
      "jobs_done",
      "job_duration_seconds_bucket",
      "job_duration_seconds_sum",
      "jobs_total",
      "job_durations",
    ];
    expect(nearestNames("job_duration_seconds", names).slice(0, 2)).toEqual([
      "job_duration_seconds_bucket",
      "job_duration_seconds_sum",
    ]);
    expect(nearestNames("jobs", names)[0]).toBe("jobs_total");
    expect(nearestNames("jobs_total_total", names)[0]).toBe("jobs_total");
  });

  it("takes a name that contains the wished one, however long", () => {
    expect(nearestNames("jobs", ["a_service_with_many_jobs_of_all_kinds", "x"])).toHaveLength(1);
  });

  it("takes names that have all words of the wished one, where none is alike", () => {
    const names = ["maestro_tenant_active_users", "maestro_tenant_users_active_total", "maestro_users"];
    expect(nearestNames("maestro_active_users", names)).toEqual([
      "maestro_tenant_active_users",
      "maestro_tenant_users_active_total",
    ]);
    expect(nearestNames("active", names.slice(2))).toEqual([]);
    expect(nearestNames("on_at", names)).toEqual([]);
  });

  it("takes names of any length and letters", () => {
    expect(nearestNames("größe", ["grösse", "groesse", "x".repeat(5_000)])).toContain("grösse");
  });
});
