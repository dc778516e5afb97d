import { AppError } from "@/lib/shared/errors";
import { parsePromql } from "@/lib/shared/promql/parse";
import { printPromql } from "@/lib/shared/promql/print";

/** One text for expressions that differ in white space and comments only; what cannot be read stays itself. */
export function plainForm(expr: string): string {
  try {
    return printPromql(expr, parsePromql(expr));
  } catch (error) {
    if (error instanceof AppError) return expr.trim();
    throw error;
  }
}
