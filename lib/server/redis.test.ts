import type { Redis } from "ioredis";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { connectRedis } from "./redis";
import { startTestRedis, type TestRedis } from "./testing/redis";

let server: TestRedis;
let redis: Redis;
beforeAll(async () => {
  server = await startTestRedis();
  redis = connectRedis(server.url);
  await new Promise((ready) => redis.once("ready", ready));
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

it("is left once by all who wait in vain, and found again when it goes on", async () => {
  const { stream } = redis;
  const before = stream.listenerCount("close");
  const left = vi.spyOn(redis, "disconnect");
  process.kill(server.pid, "SIGSTOP");
  const asked = await Promise.allSettled(Array.from({ length: 30 }, () => redis.get("a")));
  expect(asked.every(({ status }) => status === "rejected")).toBe(true);
  expect(left).toHaveBeenCalledTimes(1);
  expect(stream.listenerCount("close")).toBeLessThanOrEqual(before + 1);
  process.kill(server.pid, "SIGCONT");
  await vi.waitFor(async () => expect(await redis.get("a")).toBeNull(), 30_000);

  process.kill(server.pid, "SIGSTOP");
  await expect(redis.get("a")).rejects.toThrow();
  process.kill(server.pid, "SIGCONT");
  await vi.waitFor(async () => expect(await redis.get("a")).toBeNull(), 30_000);
  expect(left).toHaveBeenCalledTimes(2);
});

it("connects anew when the server has become a copy of another, and writes where that has ended", async () => {
  await vi.waitFor(async () => expect(await redis.set("a", "1")).toBe("OK"), 30_000);
  const { stream } = redis;
  await redis.replicaof("127.0.0.1", "1");
  await expect(redis.set("a", "2")).rejects.toThrow("READONLY");
  await vi.waitFor(() => expect(redis.stream).not.toBe(stream), 30_000);
  await vi.waitFor(async () => expect(await redis.get("a")).toBe("1"), 30_000);
  await vi.waitFor(async () => expect(await redis.replicaof("NO", "ONE")).toBe("OK"), 30_000);
  await vi.waitFor(async () => expect(await redis.set("a", "2")).toBe("OK"), 30_000);
});
