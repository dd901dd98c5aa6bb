# GW_CHECK_FLAG(FLAG, VARIABLE): append a compiler flag to the variable if the compiler takes it.
AC_DEFUN([GW_CHECK_FLAG], [
  AS_VAR_PUSHDEF([gw_cached], [gw_cv_flag_$1])
  AC_CACHE_CHECK([whether $CC accepts $1], [gw_cached], [
    gw_saved_CFLAGS=$CFLAGS
    CFLAGS="$CFLAGS -Werror $1"
    AC_LINK_IFELSE([AC_LANG_PROGRAM()], [AS_VAR_SET([gw_cached], [yes])],
                   [AS_VAR_SET([gw_cached], [no])])
    CFLAGS=$gw_saved_CFLAGS
  ])
  AS_VAR_IF([gw_cached], [yes], [AS_VAR_APPEND([$2], [" $1"])])
  AS_VAR_POPDEF([gw_cached])
])

# GW_SYSTEM_HEADERS(VARIABLE): no warnings from the headers of a library (-I becomes -isystem).
AC_DEFUN([GW_SYSTEM_HEADERS], [
  $1=$(AS_ECHO(["$$1"]) | sed 's/-I */-isystem /g')
])
