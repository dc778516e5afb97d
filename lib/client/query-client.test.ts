import { onlineManager } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { createQueryClient, queryClient } from "./query-client";

afterEach(() => {
  onlineManager.setOnline(true);
  vi.unstubAllGlobals();
});

it("asks and saves although the browser takes itself for offline", async () => {
  onlineManager.setOnline(false);
  const client = createQueryClient();
  await expect(client.fetchQuery({ queryKey: ["a"], queryFn: () => Promise.resolve(1) })).resolves.toBe(1);
  const saving = client.getMutationCache().build(client, {
    mutationFn: () => Promise.reject(new Error("not there")),
  });
  await expect(saving.execute(undefined)).rejects.toThrow("not there");
});

it("is one for all of a page, and never shared on the server", () => {
  expect(queryClient()).not.toBe(queryClient());
  vi.stubGlobal("window", { addEventListener: () => undefined });
  expect(queryClient()).toBe(queryClient());
});
