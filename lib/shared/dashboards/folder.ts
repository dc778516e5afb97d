import { z } from "zod";
import { roles } from "@/lib/shared/tenants/roles";
import { Title, Uid } from "./dashboard";

const NarrowedRole = z
  .enum(roles)
  .nullable()
  .describe("This role and those above it; null: as the folder above.");

export const NewFolder = z.object({
  title: Title,
  uid: Uid.optional(),
  parentUid: Uid.nullable().optional(),
});

export const ChangedFolder = z.object({
  title: Title.optional(),
  parentUid: Uid.nullable().optional(),
  viewRole: NarrowedRole.optional(),
  editRole: NarrowedRole.optional(),
});

export const Folder = z.object({
  uid: z.string(),
  title: z.string(),
  parentUid: z.string().nullable(),
  dashboards: z.number().int(),
  viewRole: NarrowedRole,
  editRole: NarrowedRole,
  seenFrom: z.enum(roles).describe("The least role that sees it, from its whole chain of folders."),
  editedFrom: z.enum(roles).describe("The least role that edits what lies in it."),
});
export type Folder = z.infer<typeof Folder>;

export const DeletedFolder = z.object({
  contents: z.literal("trash", { error: "Say contents=trash to delete what lies in it, too." }).optional(),
});

/** What deleting a folder with its contents has put into the trash. */
export const TrashedFolder = z.object({ folders: z.array(z.string()), dashboards: z.array(z.string()) });
export type TrashedFolder = z.infer<typeof TrashedFolder>;
