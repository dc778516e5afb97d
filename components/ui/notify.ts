import { AppError } from "@/lib/shared/errors";
import { openCorner } from "./corner-store";

/** Says what failed, in the words of the console when it has some. */
export function notifyError(title: string, error: unknown): void {
  const message =
    error instanceof AppError ? error.message : "The console did not answer as expected. Try again.";
  void openCorner().then((corner) => corner.show({ color: "red", title, message, autoClose: 10_000 }));
}

export function notifyDone(message: string): void {
  void openCorner().then((corner) => corner.show({ message }));
}
