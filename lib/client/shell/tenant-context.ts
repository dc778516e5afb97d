import { createContext } from "react";
import type { BuiltinInput } from "@/lib/shared/variables/builtin-variables";

/** The tenant that is looked at; undefined outside the shell. */
export const TenantContext = createContext<BuiltinInput["tenant"]>(undefined);
