import { onlineManager } from "@tanstack/react-query";
import { afterEach, expect, it } from "vitest";
import { createQueryClient } from "./query-client";

afterEach(() => onlineManager.setOnline(true));

it("asks and saves although the browser takes itself for offline", async () => {
  onlineManager.setOnline(false);
  const client = createQueryClient();
  await expect(client.fetchQuery({ queryKey: ["a"], queryFn: () => Promise.resolve(1) })).resolves.toBe(1);
  const saving = client.getMutationCache().build(client, {
    mutationFn: () => Promise.reject(new Error("not there")),
  });
  await expect(saving.execute(undefined)).rejects.toThrow("not there");
});
