import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./global.css";

import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { AppProviders } from "@/components/ui/app-providers";

export const metadata: Metadata = {
  title: { default: "Panelsmith", template: "%s - Panelsmith" },
  description: "Prometheus dashboards: edit in the browser, keep tenants apart, publish to Grafana.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" {...mantineHtmlProps} data-mantine-color-scheme="dark">
      <head>
        <ColorSchemeScript defaultColorScheme="dark" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <noscript>
          <p className="without-scripts">
            Panelsmith needs JavaScript. Allow it for this address, then reload the page.
          </p>
        </noscript>
        <AppProviders nonce={nonce}>{children}</AppProviders>
      </body>
    </html>
  );
}
