# Medians of survival::survfit for tests/unit/stats/kaplan-meier.test.ts. Run: Rscript kaplan-meier.R > kaplan-meier.json
library(survival)
median_of <- function(time, ended) {
  fit <- survfit(Surv(time, ended) ~ 1, conf.type = "log-log")
  found <- quantile(fit, 0.5)
  counts <- aggregate(cbind(ended = ended, censored = 1 - ended), list(time = time), sum)
  number <- function(x) if (is.na(x)) "null" else format(x, digits = 12)
  rows <- paste(sprintf("[%s, %s, %s]", counts$time, counts$ended, counts$censored), collapse = ", ")
  sprintf('{ "durations": [%s], "median": %s, "lower": %s, "upper": %s }',
    rows, number(found$quantile), number(found$lower), number(found$upper))
}
cases <- c(
  median_of(c(1, 2, 2, 3, 5, 8, 8, 13, 21, 30), c(1, 1, 1, 1, 1, 1, 0, 1, 0, 0)),
  median_of(c(1, 2, 3, 4, 10, 20, 30, 40), c(1, 1, 1, 1, 0, 0, 0, 0)),
  median_of(1:8, rep(1, 8)),
  median_of(c(4, 9, 12, 15, 20), c(1, 0, 0, 0, 1)),
  median_of(c(5, 6, 7, 9), c(1, 0, 0, 0)),
  median_of(lung$time, lung$status - 1),
  median_of(ovarian$futime, ovarian$fustat),
  median_of(rep(c(0, 3, 7, 14), c(30, 40, 20, 10)), rep(1, 100))
)
cat("[\n  ", paste(cases, collapse = ",\n  "), "\n]\n", sep = "")
