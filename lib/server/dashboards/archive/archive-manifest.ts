import { z } from "zod";

/** In our own archives, before all else: what the names of files and folders cannot say. */
export const manifestPath = "panelsmith.json";

export const ArchiveManifest = z.object({
  format: z.literal("panelsmith-archive"),
  version: z.literal(1),
  folders: z.array(z.object({ path: z.string(), uid: z.string(), title: z.string() })),
  /** Documents that name no uid got one from the console. */
  dashboards: z.array(z.object({ path: z.string(), uid: z.string() })),
});
export type ArchiveManifest = z.infer<typeof ArchiveManifest>;
