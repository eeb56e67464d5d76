# SPDX-License-Identifier: Apache-2.0
# What makes an error in memory hard to use, for the builds that people run. It wants an optimised
# build without sanitizers. Windows and macOS harden what they load in ways of their own.
# _GLIBCXX_ASSERTIONS, which checks each index into a vector or span, stands with Qt's assertions, for
# debug builds: what it costs in a release has not been measured.
add_library(bucketscope_hardening INTERFACE)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND CMAKE_CXX_COMPILER_ID MATCHES "^(GNU|Clang)$")
  set(level 2)
  if((CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12)
     OR (CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 15))
    set(level 3)
  endif()
  # Some distributions' compilers define it, to another level.
  target_compile_options(bucketscope_hardening INTERFACE
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=${level} -fstack-protector-strong)
  include(CheckCXXCompilerFlag)
  foreach(flag IN ITEMS -fstack-clash-protection -fcf-protection)
    string(MAKE_C_IDENTIFIER "BUCKETSCOPE_KNOWS${flag}" known)
    check_cxx_compiler_flag(${flag} ${known})
    if(${known})
      target_compile_options(bucketscope_hardening INTERFACE ${flag})
    endif()
  endforeach()
  target_link_options(bucketscope_hardening INTERFACE
    $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie>
    LINKER:-z,relro,-z,now,-z,noexecstack)
endif()
