import { z } from "zod";

const KEPT = 100;

/** What Alertmanager's webhook receiver sends, as far as the demo shows it. */
export const Notification = z.object({
  status: z.string(),
  alerts: z.array(
    z.object({
      status: z.string(),
      labels: z.record(z.string(), z.string()),
      startsAt: z.string(),
      endsAt: z.string(),
    }),
  ),
});
export type Notification = z.infer<typeof Notification>;

type ReceivedAlert = Notification["alerts"][number] & { receivedAt: string };

/** The demo has no Slack and no pager: notifications end here, newest first. */
export class AlertInbox {
  private received: ReceivedAlert[] = [];

  add({ alerts }: Notification, atSeconds: number): void {
    const receivedAt = new Date(atSeconds * 1000).toISOString();
    this.received = [...alerts.map((alert) => ({ ...alert, receivedAt })), ...this.received].slice(0, KEPT);
  }

  list(): readonly ReceivedAlert[] {
    return this.received;
  }
}
