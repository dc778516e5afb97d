import { Redis } from "ioredis";
import { env } from "./env";
import { log } from "./log";

// Kept outside the module, because a development server loads modules again and again.
const holder: { panelsmithRedis?: Redis } & typeof globalThis = globalThis;

/** The connection that all parts share, or null without REDIS_URL. Nobody waits for a Redis that is away. */
export function redisClient(): Redis | null {
  const { REDIS_URL } = env();
  if (!REDIS_URL) return null;
  holder.panelsmithRedis ??= connectRedis(REDIS_URL);
  return holder.panelsmithRedis;
}

export function connectRedis(url: string): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 1_000,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(5_000, 100 * times),
    // After a fail-over the address leads to another server, while this connection stays with one that takes no writes.
    reconnectOnError: ({ message }) => message.includes("READONLY"),
  });
  leaveWhenStuck(redis);
  // Without a listener a broken connection would end the process.
  redis.on("error", (error) => log.debug({ err: error }, "Redis connection"));
  return redis;
}

/** From one that takes commands and answers none we part, so that only the first commands wait in vain. */
function leaveWhenStuck(redis: Redis): void {
  const send = redis.sendCommand.bind(redis);
  // Until the connection is closed it still counts as ready, and each leaving would wait for that by itself.
  let isLeaving = false;
  redis.on("close", () => {
    isLeaving = false;
  });
  redis.sendCommand = (command, stream) => {
    const sent = send(command, stream);
    Promise.resolve(sent).catch((error: unknown) => {
      if (!isTimeout(error) || redis.status !== "ready" || isLeaving) return;
      isLeaving = true;
      redis.disconnect(true);
    });
    return sent;
  };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === "Command timed out";
}
