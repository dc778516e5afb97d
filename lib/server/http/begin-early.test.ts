import { describe, expect, it } from "vitest";
import { beginEarly } from "./begin-early";

let asker = 0;
/** Somebody whom nobody has seen. */
function newAsker() {
  asker += 1;
  const credentials = ["tenant", `token ${asker}`];
  const worked: string[] = [];
  const ask = (look: () => Promise<{ role: string }>, work = async (role: string) => role) =>
    beginEarly({
      credentials,
      look,
      work: async ({ role }) => {
        worked.push(role);
        return new Response(await work(role));
      },
    }).then((response) => response.text());
  return { ask, worked };
}

const as = (role: string) => async () => ({ role });

describe("beginEarly", () => {
  it("waits for who asks the first time, then begins at once", async () => {
    const { ask, worked } = newAsker();
    let isKnown = () => {};
    const slow = () =>
      new Promise<{ role: string }>((resolve) => {
        isKnown = () => resolve({ role: "admin" });
      });
    const first = ask(slow);
    expect(worked).toEqual([]);
    isKnown();
    expect(await first).toBe("admin");
    const second = ask(slow);
    expect(worked).toEqual(["admin", "admin"]);
    isKnown();
    expect(await second).toBe("admin");
    expect(worked).toHaveLength(2);
  });

  it("shows nothing of it to who may no longer enter, and does not begin early for them again", async () => {
    const { ask, worked } = newAsker();
    await ask(as("admin"));
    const revoked = async () => {
      throw new Error("revoked");
    };
    await expect(ask(revoked)).rejects.toThrow("revoked");
    await expect(ask(revoked)).rejects.toThrow("revoked");
    expect(worked).toEqual(["admin", "admin"]);
  });

  it("does it over with what is true now", async () => {
    const { ask, worked } = newAsker();
    await ask(as("admin"));
    expect(await ask(as("viewer"))).toBe("viewer");
    expect(await ask(as("viewer"))).toBe("viewer");
    expect(worked).toEqual(["admin", "admin", "viewer", "viewer"]);
  });

  it("knows nobody by what another has shown", async () => {
    const [one, other] = [newAsker(), newAsker()];
    await one.ask(as("admin"));
    expect(await other.ask(as("viewer"))).toBe("viewer");
    expect(other.worked).toEqual(["viewer"]);
  });

  it("tells the failure of what was begun early, and lets nobody else hear of it", async () => {
    const { ask } = newAsker();
    await ask(as("admin"));
    const fails = async (role: string) => {
      if (role === "admin") throw new Error("no place is free");
      return role;
    };
    await expect(ask(as("admin"), fails)).rejects.toThrow("no place is free");
    expect(await ask(as("viewer"), fails)).toBe("viewer");
  });
});
