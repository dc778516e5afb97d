"use client";

import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { createQueryClient } from "@/lib/client/query-client";
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
  const [queryClient] = useState(createQueryClient);
  const saying = useCornerStore((state) => state.wanted);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="dark"
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={nonce ? () => nonce : undefined}
    >
      <QueryClientProvider client={queryClient}>
        {children}
        {saying ? <NotificationCorner /> : null}
      </QueryClientProvider>
    </MantineProvider>
  );
}
