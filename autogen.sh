#!/bin/sh
# Make configure and the Makefile templates from their sources.
cd "$(dirname "$0")" && exec autoreconf -fi
