/** By what the names of well-known programs begin with. */
const exporters: Record<string, string> = {
  node: "node_exporter",
  windows: "windows_exporter",
  container: "cAdvisor, which is part of the kubelet",
  kube: "kube-state-metrics",
  kubelet: "the kubelet",
  apiserver: "the Kubernetes API server",
  etcd: "etcd",
  coredns: "CoreDNS",
  probe: "blackbox_exporter",
  mysql: "mysqld_exporter",
  pg: "postgres_exporter",
  redis: "redis_exporter",
  nginx: "an exporter of nginx",
  haproxy: "HAProxy",
  traefik: "Traefik",
  envoy: "Envoy",
  istio: "Istio",
  kafka: "an exporter of Kafka",
  rabbitmq: "RabbitMQ",
  elasticsearch: "elasticsearch_exporter",
  DCGM: "NVIDIA's dcgm-exporter",
  nvidia: "an exporter of NVIDIA's cards",
  jvm: "a service on the Java virtual machine",
  go: "a service written in Go",
};

/** The program that a metric of this name comes from, where none of the names there are is of it; null otherwise. */
export function exporterOf(metric: string, names: readonly string[]): string | null {
  const [prefix = ""] = metric.split("_", 1);
  const exporter = Object.hasOwn(exporters, prefix) ? exporters[prefix] : undefined;
  return exporter === undefined || names.some((name) => name.startsWith(`${prefix}_`)) ? null : exporter;
}
