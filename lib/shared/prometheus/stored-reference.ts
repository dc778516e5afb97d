import { z } from "zod";

/** A stored dashboard: its uid, or `uid@3` for one of its versions. */
export const StoredReference = z.string().min(1).max(52);
