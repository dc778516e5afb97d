export interface OtherAnswer {
  status: number;
  contentType: string;
  location: string | undefined;
  text: string;
}

/** Says in words what answered, when it was not a Grafana's API. */
export function describeOtherAnswer({ status, contentType, location, text }: OtherAnswer): string {
  if (status >= 300 && status < 400) return describeRedirect(status, location);
  const start = text.slice(0, 4000);
  if (/^# (HELP|TYPE) /m.test(start)) {
    return "it answers with a page of metrics, so it is an exporter or a service's /metrics page";
  }
  if (isPrometheus(start)) return "it answers as a Prometheus server. Enter the address of Grafana";
  if (/<html|<!doctype html/i.test(start)) return describePage(start);
  if (status === 413) return "something before it refuses a body of this size";
  const kind = contentType ? `content type ${contentType.split(";")[0]}` : "no content type";
  return `it answers with status ${status} and ${kind}`;
}

function describeRedirect(status: number, location: string | undefined): string {
  const target = location ?? "";
  if (/login|sign-?in|oauth|auth|saml|sso/i.test(target)) {
    return `it redirects (${status}) to a sign-in page. Something before Grafana asks people to sign in; let the console's calls pass it`;
  }
  return `it redirects (${status}) elsewhere. Enter the final address, scheme and sub path included`;
}

function isPrometheus(text: string): boolean {
  return (
    /<title>Prometheus/i.test(text) ||
    /"status"\s*:\s*"(success|error)"[\s\S]*"(data|errorType)"/.test(text) ||
    /href="\/graph"|"prometheus"\s*,\s*"goVersion"/i.test(text)
  );
}

function describePage(text: string): string {
  const title = /<title[^>]*>([^<]{1,80})/i.exec(text)?.[1]?.trim();
  if (/grafana/i.test(text)) {
    return "it answers with a web page of Grafana, not its API. The sub path is probably missing or wrong";
  }
  if (/type=["']?password|sign in|log ?in/i.test(text)) {
    return `it answers with a sign-in page${title ? ` (“${title}”)` : ""}. Let the console's calls pass it`;
  }
  return `it answers with a web page${title ? ` (“${title}”)` : ""}`;
}
