import { z } from "zod";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { roles } from "@/lib/shared/tenants/roles";

export const Uid = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,40}$/, { error: "A uid has 1 to 40 characters of A-Z, a-z, 0-9, _ and -." });

export const Title = z
  .string({ error: "Give it a title." })
  .trim()
  .min(1, { error: "Give it a title." })
  .max(300, { error: "A title has at most 300 characters." });

export const Tag = z.string().trim().min(1, { error: "A tag has at least one character." }).max(100);

/** Grafana's dashboard JSON, passed on as it is. */
export const Document = z
  .custom<JsonObject>((value) => isJsonObject(value as Json), {
    error: "The document must be a JSON object.",
  })
  .meta({ type: "object", description: "Grafana's dashboard JSON, kept as it is." });

const Message = z.string().max(500, { error: "A message has at most 500 characters." });
const FolderUid = Uid.nullable().describe("null is the top level.");

export const NewDashboard = z.object({
  document: Document,
  folderUid: FolderUid.optional(),
  message: Message.optional(),
});
export const SavedDashboard = z.object({
  document: Document,
  version: z.number({ error: "Name the version that the change started from." }).int().min(1),
  folderUid: FolderUid.optional(),
  message: Message.optional(),
});

export const ImportInputs = z.union([
  z.record(z.string(), z.string()),
  z.array(z.object({ name: z.string(), value: z.string() })),
]);
export const ImportedDashboard = z.object({
  document: Document,
  inputs: ImportInputs.optional().describe(
    "What ${NAME} of __inputs becomes: { DS_PROMETHEUS: datasource uid }.",
  ),
  folderUid: FolderUid.optional(),
  overwrite: z.boolean().optional(),
  uid: Uid.optional().describe("For a document that names none."),
  fixes: z
    .array(z.string().max(60))
    .max(100)
    .optional()
    .describe("Ids of findings whose fix is to be made; without it the document stays as it is."),
  message: Message.optional(),
});

/** What importing did; `unchanged`: the same document is there already. */
export const ImportOutcome = z.enum(["created", "replaced", "unchanged"]);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

export const DashboardSummary = z.object({
  uid: z.string(),
  title: z.string(),
  tags: z.array(z.string()),
  folderUid: z.string().nullable(),
  folderTitle: z.string().nullable(),
  starred: z.boolean(),
  version: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  seenFrom: z.enum(roles).describe("The least role that sees it, from its folders."),
  editedFrom: z.enum(roles).describe("The least role that edits it, from its folders."),
});
export type DashboardSummary = z.infer<typeof DashboardSummary>;

export const Dashboard = DashboardSummary.extend({ document: Document });
export type Dashboard = z.infer<typeof Dashboard>;
/** How many findings an import tells. */
export const maxListedFindings = 200;

export const ImportFindingSummary = z.object({
  id: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  path: z.array(z.union([z.string(), z.number()])),
  message: z.string(),
  fix: z
    .string()
    .nullable()
    .describe("What `fixes` with this id would do; null when only a person can mend it."),
});
export const ImportResult = DashboardSummary.extend({
  outcome: ImportOutcome,
  document: Document,
  findings: z.array(ImportFindingSummary).describe("What is odd about it, the first 200."),
});
export type ImportResult = z.infer<typeof ImportResult>;

// Strict: a misspelt choice would otherwise hand out everything.
export const ArchiveExport = z.strictObject({
  folder: z
    .string()
    .max(100)
    .nullable()
    .default(null)
    .describe("It and all below; without it and `uids` the whole tenant."),
  uids: z.array(z.string().max(100)).min(1).max(10_000).optional().describe("These dashboards."),
  format: z.string().max(40).default("json").describe("As of one dashboard's export."),
});
export const ArchiveImport = z.object({
  folderUid: FolderUid.default(null),
  overwrite: z.boolean().default(false),
});
/** One line of the answer to an imported archive; the last one counts. */
export const ArchivedFile = z.object({
  path: z.string(),
  outcome: z.enum(["created", "replaced", "unchanged", "failed"]),
  uid: z.string().nullable(),
  title: z.string().nullable(),
  message: z.string().nullable().describe("Why it failed and what to do."),
});
export type ArchivedFile = z.infer<typeof ArchivedFile>;

export const DashboardVersion = z.object({
  version: z.number().int(),
  message: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  hash: z.string(),
});
export type DashboardVersion = z.infer<typeof DashboardVersion>;
export const DashboardVersionWithDocument = DashboardVersion.extend({ document: Document });
export type DashboardVersionWithDocument = z.infer<typeof DashboardVersionWithDocument>;

/** Both sides' changes in one document; where they conflict, mine, with both values told. */
const OfferedMerge = z.object({
  document: Document,
  conflicts: z.array(z.object({ path: z.array(z.string()), mine: z.unknown(), theirs: z.unknown() })),
});

/** `details` of the CONFLICT that a save from a stale version gets. */
export const StaleVersion = z.object({
  reason: z.literal("stale-version"),
  /** The newest version, by whom and when. */
  current: DashboardVersion.extend({ document: Document }),
  /** The version that the refused change started from; null when it is kept no longer. */
  base: Document.nullable(),
  /** To be saved from `current.version` once a person has agreed; null without a base. */
  merge: OfferedMerge.nullable(),
});
export type StaleVersion = z.infer<typeof StaleVersion>;

export const Template = z.object({
  uid: z.string(),
  title: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  system: z.string(),
  panels: z.number().int(),
});
export type Template = z.infer<typeof Template>;
export const TemplateWithDocument = Template.extend({ document: Document });
export type TemplateWithDocument = z.infer<typeof TemplateWithDocument>;
