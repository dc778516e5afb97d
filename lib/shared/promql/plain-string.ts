import { AppError } from "@/lib/shared/errors";
import { unquote } from "./string-literal";

/** The value of a string literal; null where it is none that can be read. */
export function plainString(literal: string): string | null {
  try {
    return unquote(literal);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
