import { describe, expect, it } from "vitest";
import { Uid } from "./dashboard";
import { newUid } from "./new-uid";

describe("newUid", () => {
  it("makes uids that Grafana takes, each another", () => {
    const uids = Array.from({ length: 200 }, newUid);
    for (const uid of uids) {
      expect(uid).toHaveLength(14);
      expect(Uid.safeParse(uid).success).toBe(true);
    }
    expect(new Set(uids).size).toBe(uids.length);
  });
});
