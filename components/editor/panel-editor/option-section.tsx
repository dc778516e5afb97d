import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./panel-editor.module.css";

export function OptionSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <Text component="h2" fw={600} size="sm" mb="xs">
        {title}
      </Text>
      <Stack gap="sm">{children}</Stack>
    </section>
  );
}
