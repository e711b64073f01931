"""Floor 1, the model of a company's method, and the built-in methods as YAML. In: plain data. Out: a playbook."""
