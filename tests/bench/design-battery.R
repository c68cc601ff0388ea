# The weighted and clustered battery of the bench by R's survey package.
# Run: Rscript design-battery.R data.csv figures.csv   (prints seconds spent in survey, without reading the file)
suppressMessages(library(survey))
arguments <- commandArgs(TRUE)
data <- if (requireNamespace("data.table", quietly = TRUE)) {
  as.data.frame(data.table::fread(arguments[1]))
} else {
  read.csv(arguments[1], encoding = "UTF-8")
}
indicators <- grep("^y[0-9]+$", names(data), value = TRUE)
shares <- vapply(indicators, function(name) all(data[[name]] %in% c(0, 1, NA)), NA)
breakdowns <- grep("^b[0-9]+$", names(data), value = TRUE)

start <- proc.time()[["elapsed"]]
design <- svydesign(ids = ~school, weights = ~w, data = data)
found <- list()
for (name in indicators) {
  formula <- as.formula(paste0("~", name))
  whole <- svymean(formula, design, na.rm = TRUE)
  found[[length(found) + 1]] <- data.frame(indicator = name, breakdown = "", group = "", estimate = coef(whole)[[1]], se = SE(whole)[[1]])
  for (breakdown in breakdowns) {
    groups <- svyby(formula, as.formula(paste0("~", breakdown)), design, svymean, na.rm = TRUE)
    found[[length(found) + 1]] <- data.frame(indicator = name, breakdown = breakdown, group = groups[[breakdown]],
      estimate = groups[[name]], se = groups$se)
  }
}
figures <- do.call(rbind, found)
# Intervals as svyciprop(method = "logit") and confint(df = degf(design)) make them: every group has all 13 schools.
t <- qt(0.975, degf(design))
share <- shares[figures$indicator]
spread <- ifelse(share, figures$se / (figures$estimate * (1 - figures$estimate)), figures$se)
centre <- ifelse(share, qlogis(pmin(pmax(figures$estimate, 0), 1)), figures$estimate)
figures$lower <- ifelse(share, plogis(centre - t * spread), centre - t * spread)
figures$upper <- ifelse(share, plogis(centre + t * spread), centre + t * spread)
elapsed <- proc.time()[["elapsed"]] - start

numbers <- c("estimate", "se", "lower", "upper")
figures[numbers] <- lapply(figures[numbers], function(v) sprintf("%.17g", v))
write.csv(figures, arguments[2], row.names = FALSE, fileEncoding = "UTF-8")
cat(elapsed, "\n")
