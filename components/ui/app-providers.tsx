"use client";

import { MantineProvider } from "@mantine/core";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { useCornerStore } from "./corner-store";
import { cssVariablesResolver, theme } from "./theme";

/** Messages wait in their store until the corner that shows them has loaded. */
const NotificationCorner = dynamic(
  () => import("./notification-corner").then((module) => module.NotificationCorner),
  { ssr: false },
);

interface AppProvidersProps {
  nonce: string | undefined;
  children: ReactNode;
}

export function AppProviders({ nonce, children }: AppProvidersProps) {
  const saying = useCornerStore((state) => state.wanted);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="dark"
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={nonce ? () => nonce : undefined}
    >
      {children}
      {saying ? <NotificationCorner /> : null}
    </MantineProvider>
  );
}
