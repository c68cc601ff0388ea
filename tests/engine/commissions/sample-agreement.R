# Writes sample-agreement.json: agreement of the evaluators of sample-data/comision-2024, from byEvaluator of its expected.json.
# Run in this folder: Rscript sample-agreement.R (R 4.2, psych and jsonlite from Debian 12)
suppressMessages({library(psych); library(jsonlite)})
ranking <- fromJSON("../../../sample-data/comision-2024/expected.json")$ranking
x <- do.call(rbind, ranking$byEvaluator)
results <- ICC(x, lmer = FALSE)$results
# Krippendorff's alpha for interval data of a complete table, from mean squared differences within and over all.
pairs <- function(v) sum(outer(v, v, "-")^2)
k <- ncol(x); n <- length(x)
alpha <- 1 - (n - 1) * sum(apply(x, 1, pairs)) / (k - 1) / pairs(as.vector(x))
severity <- sapply(seq_len(k), function(j) mean(x[, j] - rowMeans(x[, -j])))
tau <- sapply(seq_len(k), function(j) cor(rowMeans(x), rowMeans(x[, -j]), method = "kendall"))
write(toJSON(list(alpha = alpha, single = results[results$type == "ICC2", "ICC"], average = results[results$type == "ICC2k", "ICC"],
  severity = severity, tau = tau), auto_unbox = TRUE, digits = 10), "sample-agreement.json")
