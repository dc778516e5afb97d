import { z } from "zod";
import { GrafanaFailure, type GrafanaFailureReason } from "./grafana-failure";

const ObjectError = z.object({
  message: z.string().catch(""),
  status: z.string().optional().catch(undefined),
});
const ListError = z.array(
  z.object({ message: z.string().catch(""), fieldNames: z.array(z.string()).optional().catch(undefined) }),
);

/** Makes one failure of what Grafana answers in two shapes: an object, or (up to 8.3) a list of problems. */
export function readFailure(status: number, body: unknown): GrafanaFailure {
  const { message, marker } = textOf(body);
  const reason = reasonOf(status, marker, message);
  return new GrafanaFailure(reason, sentence(reason, status, message), status);
}

function textOf(body: unknown): { message: string; marker: string } {
  const list = ListError.safeParse(body);
  if (list.success) {
    const parts = list.data.map(({ message, fieldNames }) => [...(fieldNames ?? []), message].join(": "));
    return { message: parts.join("; "), marker: "" };
  }
  const object = ObjectError.safeParse(body);
  return object.success
    ? { message: object.data.message, marker: object.data.status ?? "" }
    : { message: "", marker: "" };
}

function reasonOf(status: number, marker: string, message: string): GrafanaFailureReason {
  if (marker === "version-mismatch" || marker === "name-exists") return marker;
  if (/provisioned|managed by a repository/i.test(message)) return "provisioned";
  if (/quota reached/i.test(message)) return "quota";
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404) return "not-found";
  if (status === 406) return "unsupported-schema";
  if (status === 413) return "too-large";
  if (status === 429) return "busy";
  return status >= 500 ? "server" : "invalid";
}

function sentence(reason: GrafanaFailureReason, status: number, message: string): string {
  const said = message ? ` Grafana says: ${message.slice(0, 300)}` : "";
  switch (reason) {
    case "unauthorized":
      return `Grafana does not accept the credentials. Check the token, and that it has not expired.${said}`;
    case "forbidden":
      return `The credentials may not do this in Grafana. Give them the Editor role, or permission on the folder.${said}`;
    case "version-mismatch":
      return "The dashboard was changed in Grafana in the meantime. Make a new plan.";
    case "name-exists":
      return "Another dashboard of that title is in this Grafana folder. Rename one of them, or choose another folder.";
    case "provisioned":
      return `The dashboard is provisioned there, so its source wins over what is published. Change it there.${said}`;
    case "quota":
      return "Grafana's quota of dashboards is reached. Raise it there, or delete dashboards.";
    case "unsupported-schema":
      return "Grafana holds this dashboard in the v2 schema, which publishing would flatten. Export it there, or delete it first.";
    case "too-large":
      return "Something before Grafana refuses a body of this size. Raise the limit of the proxy.";
    case "busy":
      return "Grafana, or a proxy before it, asks to slow down. Try again in a minute.";
    default:
      return `Grafana answered with status ${status}.${said}`;
  }
}
