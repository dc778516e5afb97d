import type { TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { getDashboard } from "./get-dashboard";

export interface ExportedFile {
  text: string;
  type: string;
  fileName: string;
}

const formats = ["json"] as const;

/** A dashboard as a file. `json` is the stored document, deep-equal to what was imported. */
export async function exportDashboard(
  ctx: TenantContext,
  uid: string,
  format: string,
): Promise<ExportedFile> {
  const { document } = await getDashboard(ctx, uid);
  if (!formats.some((known) => known === format)) {
    throw new AppError(
      "INVALID_INPUT",
      `The format "${format.slice(0, 40)}" is not known. Known: ${formats.join(", ")}.`,
      { formats },
    );
  }
  return {
    text: `${JSON.stringify(document, null, 2)}\n`,
    type: "application/json",
    fileName: `${uid}.json`,
  };
}
