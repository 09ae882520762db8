"""Room for experiments that come along, files that vary the models; there are none yet."""
