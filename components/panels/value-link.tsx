import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import type { FieldLink } from "@/lib/shared/panels/fields/field-links";
import classes from "./value-link.module.css";

const load = () => import("./link-menu");
const LinkMenu = dynamic(() => load().then((module) => module.LinkMenu), { ssr: false });

interface ValueLinkProps {
  links: FieldLink[];
  className?: string;
  children: ReactNode;
}

/** The value as a link to where its data link leads, or as a button that offers several; plain when there is none. */
export function ValueLink({ links, className, children }: ValueLinkProps) {
  const [link, second] = links;
  if (!link) return <>{children}</>;
  if (second)
    return (
      <LinkButton links={links} className={className}>
        {children}
      </LinkButton>
    );
  const target = link.newTab ? { target: "_blank", rel: "noreferrer" } : {};
  return (
    <a className={className} href={link.url} title={link.title} {...target}>
      {children}
    </a>
  );
}

function LinkButton({ links, className, children }: ValueLinkProps) {
  const overlay = useLateOverlay(load);
  return (
    <>
      <button
        type="button"
        className={`${classes.several} ${className ?? ""}`}
        aria-haspopup="menu"
        title={`${links.length} links`}
        {...overlay.button}
      >
        {children}
      </button>
      {overlay.anchor ? (
        <LinkMenu links={links} opened={overlay.opened} onChange={overlay.onChange} anchor={overlay.anchor} />
      ) : null}
    </>
  );
}
