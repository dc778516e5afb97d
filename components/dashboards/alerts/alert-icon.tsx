import { IconBell, IconBellExclamation, IconBellRinging, IconBellX } from "@tabler/icons-react";
import type { PanelAlert } from "@/lib/client/alerts/panel-alerts";

const icons: Record<PanelAlert["state"], typeof IconBell> = {
  firing: IconBellRinging,
  pending: IconBellExclamation,
  broken: IconBellX,
  normal: IconBell,
};

export function AlertIcon({ state }: Pick<PanelAlert, "state">) {
  const Icon = icons[state];
  return <Icon size={15} />;
}
