import { unstable_rethrow } from "next/navigation";
import { openTenant } from "@/app/(console)/t/[tenant]/open-tenant";
import { readDashboardUrl } from "@/lib/client/dashboards/dashboard-url";
import type { FirstLook } from "@/lib/client/dashboards/use-first-look";
import { log } from "@/lib/server/log";
import { findFirstValues } from "@/lib/server/prometheus/variables/find-first-values";
import { AppError } from "@/lib/shared/errors";

type Search = Record<string, string | string[] | undefined>;

/** What the page will ask first, found while it is made; null when that fails, for then the page asks and says why. */
export async function lookAhead(
  params: Promise<{ tenant: string; uid: string }>,
  searchParams: Promise<Search>,
): Promise<FirstLook | null> {
  const nowMs = Date.now();
  const { variables: chosen, from, to, timeZone } = readDashboardUrl(toSearchParams(await searchParams));
  try {
    const [ctx, { uid }] = await Promise.all([openTenant(params), params]);
    return { nowMs, values: await findFirstValues(ctx, { uid, chosen, from, to, timeZone, nowMs }) };
  } catch (error) {
    unstable_rethrow(error);
    if (!(error instanceof AppError)) log.warn({ err: error }, "a page could not look ahead");
    return null;
  }
}

function toSearchParams(search: Search): URLSearchParams {
  return new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  );
}
