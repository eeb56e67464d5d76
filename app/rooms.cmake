# SPDX-License-Identifier: Apache-2.0
# A room is a folder, a library, and a sentence in CONTRIBUTING.md. What each uses is written down for
# tst_arrows, in the order of add_subdirectory(): from the ground up.
set(BUCKETSCOPE_ROOMS_FILE ${PROJECT_BINARY_DIR}/rooms.txt)
file(WRITE ${BUCKETSCOPE_ROOMS_FILE} "")

# The room in this folder. It is named as in includes, buckets/rows or ui/look, and its library after
# that: bucketscope_buckets_rows. USES are the rooms that it includes headers of: all, and no others.
function(bucketscope_room name)
  cmake_parse_arguments(PARSE_ARGV 1 room "" "" USES)
  list(JOIN room_USES " " uses)
  file(APPEND ${BUCKETSCOPE_ROOMS_FILE} "${name}: ${uses}\n")

  string(REPLACE / _ library bucketscope_${name})
  list(TRANSFORM room_USES PREPEND bucketscope_)
  list(TRANSFORM room_USES REPLACE / _)
  add_library(${library} STATIC)
  target_link_libraries(${library} PUBLIC bucketscope_options Qt6::Core tl::expected ${room_USES})
  if(name MATCHES "^ui(/|$)")
    target_include_directories(${library} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${library} PUBLIC Qt6::Widgets)
    target_precompile_headers(${library} REUSE_FROM bucketscope_uipch)
  else()
    target_precompile_headers(${library} REUSE_FROM bucketscope_corepch)
  endif()
endfunction()
