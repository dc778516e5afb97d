interface AddressParts {
  search: URLSearchParams;
  /** What stands behind the `#`, which browsers keep to themselves. */
  behind: URLSearchParams;
}

export function addressParts(address: string): AddressParts {
  const [search = "", behind = ""] = address.split("#", 2);
  return { search: new URLSearchParams(search), behind: new URLSearchParams(behind) };
}
