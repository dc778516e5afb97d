import { z } from "zod";
import { lastDateMs } from "@/lib/shared/time/zoned-time";

/** Milliseconds since 1970 of a time that has a date. */
export const MomentMs = z.number().int().min(-lastDateMs).max(lastDateMs);
