import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";

export default function NotFoundPage() {
  return (
    <Notice
      title="There is nothing at this address"
      actions={<TextLink href="/">Go to the start page</TextLink>}
    >
      It was moved or deleted, or it belongs to a tenant that you are not a member of. Check the address, or
      ask who sent it to you.
    </Notice>
  );
}
