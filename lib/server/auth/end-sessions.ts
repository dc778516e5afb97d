import { withUser } from "@/lib/server/db";

/** Every session cookie given out so far is refused from the next request on. */
export async function endSessions(userId: string): Promise<void> {
  await withUser(userId, (tx) =>
    tx.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } }),
  );
}
