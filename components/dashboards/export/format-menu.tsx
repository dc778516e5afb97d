"use client";

import type { MenuProps } from "@mantine/core";
import { IconChevronDown, IconDownload } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { TextButton } from "@/components/ui/text-button";
import { useLateOverlay } from "@/components/ui/use-late-overlay";

const load = () => import("./format-menu-items");
const FormatMenuItems = dynamic(() => load().then((module) => module.FormatMenuItems), { ssr: false });

interface FormatMenuProps extends Pick<MenuProps, "position"> {
  label: string;
  /** Above the formats. */
  heading?: string;
  loading?: boolean;
  onChoose: (format: string) => void;
}

/** A button that opens the formats of an export. */
export function FormatMenu({ label, loading, ...menu }: FormatMenuProps) {
  const overlay = useLateOverlay(load);
  return (
    <>
      <TextButton
        look="default"
        aria-haspopup="menu"
        aria-busy={loading || undefined}
        disabled={loading}
        {...overlay.button}
      >
        <IconDownload size={15} aria-hidden />
        {label}
        <IconChevronDown size={14} aria-hidden />
      </TextButton>
      {overlay.anchor ? <FormatMenuItems overlay={overlay} anchor={overlay.anchor} {...menu} /> : null}
    </>
  );
}
