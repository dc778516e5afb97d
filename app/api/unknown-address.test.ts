import { describe, expect, it } from "vitest";
import { DELETE, GET, POST, PUT } from "./[...path]/route";

describe("an address that the interface does not have", () => {
  it.each(Object.entries({ DELETE, GET, POST, PUT }))(
    "is an error in the one shape for %s",
    async (method, handle) => {
      const headers = { origin: "http://localhost", host: "localhost" };
      const request = new Request("http://localhost/api/v1/nothing", { method, headers });
      const response = await handle(request, { params: Promise.resolve({ path: "v1/nothing" }) });
      expect(response.status).toBe(404);
      expect((await response.json()).error).toMatchObject({ code: "NOT_FOUND" });
    },
  );
});
