import { notifyDone, notifyError } from "@/components/ui/notify";
import { copyPanel } from "@/lib/client/dashboards/copied-panel";
import { AppError } from "@/lib/shared/errors";
import type { JsonObject } from "@/lib/shared/json";

/** Copies a panel as it is stored, and says where it can be put. */
export function copyToBrowser(panel: JsonObject): void {
  const title = typeof panel.title === "string" && panel.title ? `"${panel.title}"` : "The panel";
  if (copyPanel(window.localStorage, panel)) {
    notifyDone(`${title} is copied. Edit a dashboard and choose Add, Paste panel.`);
  } else {
    notifyError(
      `${title} was not copied`,
      new AppError("INVALID_INPUT", "The browser keeps nothing for this site."),
    );
  }
}
