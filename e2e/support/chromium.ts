import { existsSync } from "node:fs";

const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];
const withoutWindow = "/usr/lib/chromium/chromium-headless-shell";

/** The browser that people have. */
export const wholeChromium = { executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args };

/** The same engine without what draws windows, at half the cost, where Debian's package of it is installed. */
export const fastChromium = {
  executablePath:
    process.env.CHROMIUM_PATH ?? (existsSync(withoutWindow) ? withoutWindow : wholeChromium.executablePath),
  args,
};
