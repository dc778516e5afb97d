import { notifyDone, notifyError } from "@/components/ui/notify";
import type { DashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import { AppError } from "@/lib/shared/errors";
import { rangeFromText, rangeToText } from "@/lib/shared/time/range-text";

export type CopiedTime = Pick<DashboardTime, "raw" | "timeZone" | "setRange">;

export async function copyRange({ raw, timeZone }: CopiedTime): Promise<void> {
  try {
    await navigator.clipboard.writeText(rangeToText(raw, { nowMs: Date.now(), timeZone }));
    notifyDone("Time range copied.");
  } catch {
    refuse("The browser does not allow copying.");
  }
}

export async function pasteRange({ timeZone, setRange }: CopiedTime): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    return refuse("The browser does not allow reading the clipboard. Write the range into the time picker.");
  }
  const range = rangeFromText(text, { nowMs: Date.now(), timeZone });
  if (range) setRange(range);
  else refuse("The clipboard holds no time range. Copy one with t c, or two times with “to” between them.");
}

function refuse(message: string): void {
  notifyError("Time range", new AppError("INVALID_INPUT", message));
}
