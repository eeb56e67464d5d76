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
  if(BUCKETSCOPE_SHARED_ROOMS)
    add_library(${library} SHARED)
    # What all rooms are precompiled with knows no symbol of one.
    set_target_properties(${library} PROPERTIES DEFINE_SYMBOL "")
    # Programs alone bring the sanitizers' symbols.
    if(NOT BUCKETSCOPE_SANITIZE)
      target_link_options(${library} PRIVATE LINKER:-z,defs)
    endif()
  else()
    add_library(${library} STATIC)
  endif()
  target_link_libraries(${library} PUBLIC bucketscope_options Qt6::Core tl::expected ${room_USES})
  if(name MATCHES "^ui(/|$)")
    set(headers ${PROJECT_SOURCE_DIR})
    target_include_directories(${library} PUBLIC ${headers})
    target_link_libraries(${library} PUBLIC Qt6::Widgets)
    target_precompile_headers(${library} REUSE_FROM bucketscope_uipch)
  else()
    set(headers ${PROJECT_SOURCE_DIR}/app)
    target_precompile_headers(${library} REUSE_FROM bucketscope_corepch)
    bucketscope_count_for_fuzzing(${library})
  endif()
  bucketscope_moc_where_needed(${library})
  if(CMAKE_VERIFY_INTERFACE_HEADER_SETS)
    # When all sources are known; the names, in this function alone.
    cmake_language(EVAL CODE
      "cmake_language(DEFER CALL bucketscope_verify_headers ${library} [[${headers}]])")
  endif()
endfunction()

# Lets libFuzzer see which lines an input reaches. What numbers and texts are compared with, it does not
# see: that takes half of all time, and the dictionaries in tests/fuzz have the words.
function(bucketscope_count_for_fuzzing target)
  if(BUCKETSCOPE_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(${target} PRIVATE -fsanitize-coverage=inline-8bit-counters,pc-table)
  endif()
endfunction()

# Rooms of plain C++ do without moc, which would scan and compile for nothing; looked at anew when a
# file of theirs has changed.
function(bucketscope_moc_where_needed library)
  file(GLOB files CONFIGURE_DEPENDS *.h *.cpp)
  foreach(file IN LISTS files)
    file(STRINGS ${file} macros REGEX "Q_OBJECT|Q_GADGET|Q_NAMESPACE" LIMIT_COUNT 1)
    if(macros)
      return()
    endif()
  endforeach()
  set_target_properties(${library} PROPERTIES AUTOMOC OFF)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files})
endfunction()

# Has each header of a room compiled alone that no source begins with. The others are compiled so with
# their source, where nothing is precompiled.
function(bucketscope_verify_headers library folder)
  get_target_property(headers ${library} SOURCES)
  list(FILTER headers INCLUDE REGEX "^[a-z/]+\\.h$")
  foreach(header IN LISTS headers)
    string(REGEX REPLACE "h$" "cpp" source ${header})
    if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${source})
      target_sources(${library} PUBLIC FILE_SET HEADERS BASE_DIRS ${folder} FILES ${header})
    endif()
  endforeach()
endfunction()
