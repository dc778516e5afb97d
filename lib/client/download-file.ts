import { AppError } from "@/lib/shared/errors";
import { callApiBlob } from "./api-client";

/** Fetches a file of our own interface and hands it to the person. @throws AppError with what the console says. */
export async function downloadFile(path: string): Promise<void> {
  const { blob, fileName } = await callApiBlob(path);
  if (blob.size === 0) throw new AppError("INTERNAL", "The file came empty. Try again.");
  handOver(blob, fileName);
}

/** Gives a file to the person, as a download. */
export function handOver(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = fileName;
  anchor.click();
  URL.revokeObjectURL(url);
}
