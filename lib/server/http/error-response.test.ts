import { expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/shared/errors";
import { errorResponse } from "./error-response";
import { StatusError } from "./status-error";

async function answered(error: unknown) {
  const response = errorResponse(error, "id-1");
  return { status: response.status, headers: response.headers, ...(await response.json()) };
}

it("says where in the input the first mistake is, and lists all", async () => {
  const schema = z.object({ panels: z.array(z.object({ id: z.number(), title: z.string() })) });
  const { status, error } = await answered(schema.safeParse({ panels: [{}] }).error);
  expect(status).toBe(400);
  expect(error).toMatchObject({ code: "INVALID_INPUT", message: expect.stringMatching(/^panels\.0\.id: /) });
  expect(error.details.issues.map(({ path }: { path: string }) => path)).toEqual([
    "panels.0.id",
    "panels.0.title",
  ]);
  expect((await answered(z.string().safeParse(1).error)).error.message).not.toMatch(/^: /);
});

it("says of a key what it may be made of", async () => {
  const key = z.string().regex(/^[a-z]+$/, { error: "A key has letters." });
  const { error: fault } = z
    .object({ matchers: z.record(key, z.string()) })
    .safeParse({ matchers: { "a b": "x" } });
  expect((await answered(fault)).error.message).toBe("matchers.a b: A key has letters.");
});

it("keeps what is unknown to itself, and tells the id under which it was logged", async () => {
  const { status, error, headers } = await answered(new Error("password is hunter2"));
  expect([status, error]).toEqual([
    500,
    { code: "INTERNAL", message: expect.stringContaining("id-1"), details: null },
  ]);
  expect(JSON.stringify(error)).not.toContain("hunter2");
  expect(headers.get("cache-control")).toBe("private, no-store");
});

it("has a status for each code, its own where the error has one, and 503 for a database that is away", async () => {
  const statuses = {
    INVALID_INPUT: 400,
    UNAUTHENTICATED: 401,
    FORBIDDEN: 403,
    NOT_FOUND: 404,
    CONFLICT: 409,
  } as const;
  for (const [code, status] of Object.entries(statuses)) {
    expect((await answered(new AppError(code as keyof typeof statuses, "x"))).status, code).toBe(status);
  }
  expect((await answered(new AppError("UPSTREAM_FAILED", "x"))).status).toBe(502);
  expect((await answered(new AppError("UPSTREAM_FAILED", "x", { upstream: "database" }))).status).toBe(503);
  const own = await answered(new StatusError(413, "INVALID_INPUT", "x", { headers: { "Retry-After": "5" } }));
  expect([own.status, own.headers.get("retry-after")]).toEqual([413, "5"]);
});
