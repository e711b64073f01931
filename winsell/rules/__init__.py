"""Floor 3, deal risks: one file each. In: deal, playbook, analysis, date. Out: findings (codes and facts)."""
