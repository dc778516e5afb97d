import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./panel-editor.module.css";

interface OptionSectionProps {
  title: string;
  /** Closed until it is opened. */
  folded?: boolean | undefined;
  children: ReactNode;
}

export function OptionSection({ title, folded, children }: OptionSectionProps) {
  if (folded) {
    return (
      <section className={classes.section} aria-label={title}>
        <details>
          <summary className={classes.summary}>{title}</summary>
          <Stack gap="sm" mt="xs">
            {children}
          </Stack>
        </details>
      </section>
    );
  }
  return (
    <section className={classes.section} aria-label={title}>
      <Text component="h2" fw={600} size="sm" mb="xs">
        {title}
      </Text>
      <Stack gap="sm">{children}</Stack>
    </section>
  );
}
