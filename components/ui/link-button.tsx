"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { Link } from "@/components/ui/link";

/** A button that leads somewhere, also from pages of the server, which cannot hand a component over. */
export function LinkButton({ href, ...props }: ButtonProps & { href: string }) {
  return <Button component={Link} href={href} {...props} />;
}
