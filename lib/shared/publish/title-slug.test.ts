import { expect, it } from "vitest";
import { titleSlug } from "./title-slug";

it.each([
  ["Node / CPU / Load", "node-cpu-load"],
  ["  A & B & C!  ", "a-and-b-and-c"],
  ["Größe: Übersicht (neu)", "große-ubersicht-neu"],
  ["_a--b_", "a-b"],
  ["監視 1", "監視-1"],
  ["???", ""],
])("holds titles for the same as Grafana does: %s", (title, slug) => expect(titleSlug(title)).toBe(slug));
