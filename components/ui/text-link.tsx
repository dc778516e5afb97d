"use client";

import type { ComponentProps } from "react";
import { Link } from "@/components/ui/link";
import classes from "./button.module.css";
import type { ButtonLook } from "./text-button";

/** A link that looks like a button, for pages that load little. */
export function TextLink({ look = "filled", ...props }: ComponentProps<typeof Link> & { look?: ButtonLook }) {
  return <Link className={classes.text} data-look={look} {...props} />;
}
